// The whole description on one page, every call ready to be tried.
SwaggerUIBundle({url: 'openapi.json', dom_id: '#api', tryItOutEnabled: true, validatorUrl: null});
