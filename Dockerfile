# docker build -t bookpane . && docker run -p 3000:3000 -v bookpane:/data bookpane
FROM node:20-slim AS build
WORKDIR /bookpane
COPY package.json package-lock.json ./
COPY server/setup/install.mjs server/setup/
RUN node --input-type=module -e "import { ensureInstalled } from './server/setup/install.mjs'; await ensureInstalled('.')"
COPY tsconfig.json ./
COPY server server
COPY widget widget
COPY admin admin
COPY migrations migrations
RUN node server/bookpane.mjs build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-slim
ENV NODE_ENV=production BOOKPANE_HOST=0.0.0.0 BOOKPANE_DATA_DIR=/data
WORKDIR /bookpane
COPY --from=build /bookpane/package.json ./
COPY --from=build /bookpane/node_modules node_modules
COPY --from=build /bookpane/dist dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Straight to the server: what server/bookpane.mjs would do first is done. Other commands: docker run … bookpane doctor
ENTRYPOINT ["node", "--enable-source-maps", "dist/server/main.js"]
CMD ["start"]
