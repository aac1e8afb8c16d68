-- What assistants and models propose and nobody has decided on: few among many, looked for by the review queue.
create index exchange_claim_suggested on exchange_claim (exchange_id)
  where status = 'proposed' and retracted_at = 'infinity' and (reader like 'assistant %' or reader like 'model %');
