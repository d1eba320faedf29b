FROM python:3.13
WORKDIR /docs
COPY . .
RUN pip install -r requirements.txt
EXPOSE 8080
CMD ["mkdocs", "serve", "--dev-addr", "0.0.0.0:8080"]
