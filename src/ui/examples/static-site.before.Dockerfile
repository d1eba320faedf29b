FROM node:24
WORKDIR /site
COPY . .
RUN npm install
RUN npm run build
EXPOSE 8080
CMD ["npx", "serve", "--listen", "8080", "dist"]
