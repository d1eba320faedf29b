FROM node:24
WORKDIR /app
COPY . .
COPY .npmrc /root/.npmrc
RUN npm ci
RUN rm /root/.npmrc
CMD ["node", "src/worker.js"]
