# syntax=docker/dockerfile:1

# build lets uv install what uv.lock says, first the dependencies, then the project
FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim AS build
ENV UV_COMPILE_BYTECODE=1 \
    UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-install-project
COPY src/ src/
RUN --mount=type=cache,target=/root/.cache/uv uv sync --locked --no-dev --no-editable

# api has the same Python at the same path, so the environment works there; uv does not ship
FROM python:3.12-slim-bookworm AS api
RUN useradd --system --uid 10001 api
COPY --from=build --chown=api:api /app/.venv /app/.venv
ENV PATH="/app/.venv/bin:$PATH" \
    PYTHONUNBUFFERED=1
USER api
EXPOSE 8000
CMD ["uvicorn", "weather.main:app", "--host", "0.0.0.0"]
