// The whole description on one page, every call ready to be tried; a call that may change something asks first.
'use strict';

// these POSTs have too much input for an address, and change nothing
const READING = /\/(classify|classify\/batch|clusters\/assign|recommend|exports\/check|user\/[^/]+\/token)$/;

const QUESTION = {
  en: (call) => `${call}\n\nThis call may change the live service. Send it?`,
  fr: (call) => `${call}\n\nCet appel peut changer le service en production. L’envoyer ?`,
};

function mayChange(request) {
  const method = (request.method || 'GET').toUpperCase();
  const path = new URL(request.url, document.baseURI).pathname;
  return !['GET', 'HEAD', 'OPTIONS'].includes(method) && !(method === 'POST' && READING.test(path));
}

function confirmed(request) {
  if (mayChange(request)) {
    const call = `${request.method.toUpperCase()} ${request.url}`;
    if (!window.confirm(QUESTION[document.documentElement.lang](call))) {
      throw new Error(document.documentElement.lang === 'fr' ? 'appel non envoyé' : 'call not sent');
    }
  }
  return request;
}

SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#api',
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: confirmed,
});
