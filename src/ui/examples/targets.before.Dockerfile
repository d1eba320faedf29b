FROM node:24-alpine
WORKDIR /app
COPY . .
RUN npm ci
RUN npm run lint && npm test
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/main.js"]
