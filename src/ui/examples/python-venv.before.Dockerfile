FROM python:3.13
RUN apt-get update
RUN apt-get install -y build-essential libpq-dev
WORKDIR /srv
COPY . .
RUN pip install -r requirements.txt
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app.main:server"]
