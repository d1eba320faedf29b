FROM ruby:3.4
RUN apt-get update && apt-get install -y nodejs npm
WORKDIR /rails
COPY . .
RUN bundle install
RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile
EXPOSE 3000
CMD ["./bin/rails", "server", "--binding", "0.0.0.0"]
