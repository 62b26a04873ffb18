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

const UNSENT = { en: 'call not sent', fr: 'appel non envoyé' };

// an error thrown here would break the page, so a call that is not sent gets an answer of the page's own
function confirmed(request) {
  const language = document.documentElement.lang;
  if (mayChange(request) && !window.confirm(QUESTION[language](`${request.method.toUpperCase()} ${request.url}`))) {
    request.userFetch = async () => new Response(UNSENT[language], {
      status: 499,
      statusText: UNSENT[language].normalize('NFD').replace(/[^ -~]/g, ''),
      headers: { 'content-type': 'text/plain' },
    });
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
