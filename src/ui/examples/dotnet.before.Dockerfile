FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
COPY . .
RUN dotnet publish Orders.csproj --configuration Release --output /app
EXPOSE 8080
ENTRYPOINT ["dotnet", "/app/Orders.dll"]
