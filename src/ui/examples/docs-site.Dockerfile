# syntax=docker/dockerfile:1

# pages are written by MkDocs; the sources are lent to the step by a mount and copied nowhere
FROM python:3.13-alpine AS pages
WORKDIR /docs
RUN --mount=type=cache,target=/root/.cache/pip \
    --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \
    pip install -r /tmp/requirements.txt
# size: 4MB
RUN --mount=type=bind,source=.,target=/docs mkdocs build --site-dir /site

# manual serves them with Caddy, which needs no further words
FROM caddy:2-alpine AS manual
COPY --from=pages /site /usr/share/caddy
USER nobody
EXPOSE 8080
CMD ["caddy", "file-server", "--root", "/usr/share/caddy", "--listen", ":8080"]
