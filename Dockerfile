# The program alone, without what builds it, run by a user who owns nothing but the record.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production CHANCERY_DATABASE=/record/record
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/bin ./bin
COPY --from=build /build/dist ./dist
COPY --from=build /build/src ./src
COPY --from=build /build/knowledge ./knowledge
COPY --from=build /build/docs ./docs
COPY --from=build /build/node_modules ./node_modules
RUN ln -s /app/bin/chancery.js /usr/local/bin/chancery && install -d -o node -g node /record
USER node
VOLUME /record
EXPOSE 4680
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4680/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Accounts come first: docker run --rm -i -v record:/record IMAGE account add NAME --role admin
ENTRYPOINT ["node", "/app/bin/chancery.js"]
CMD ["serve", "--host", "0.0.0.0", "--port", "4680", "--log", "json"]
