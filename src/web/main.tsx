// Starts the workbench.
import './styles/tokens.css'
import './styles/plain.css'
import './styles/print.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { router } from './routes.tsx'
import { applyScheme } from './scheme.ts'
import { askSession } from './session/session.ts'

applyScheme()
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the caller did wrong stays wrong; only an unreachable record is asked again.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
})
void client.prefetchQuery(askSession)
createRoot(document.getElementById('workbench')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
