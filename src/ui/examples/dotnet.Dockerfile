# syntax=docker/dockerfile:1

# publish restores first, so that a change in the code does not fetch packages again
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS publish
ARG CONFIGURATION=Release
WORKDIR /src
COPY Orders.csproj .
RUN --mount=type=cache,target=/root/.nuget/packages dotnet restore Orders.csproj
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish Orders.csproj --no-restore --configuration $CONFIGURATION --output /app

# orders runs on a chiseled image: no shell, no package manager, and a user without rights
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS orders
WORKDIR /app
COPY --from=publish /app .
USER 1654
EXPOSE 8080
ENTRYPOINT ["dotnet", "Orders.dll"]
