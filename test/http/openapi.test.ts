import { expect } from 'chai';
import { adminTable, publicTable } from '../../server/api.js';
import { openApiDocument } from '../../server/openapi.js';

describe('the OpenAPI document', () => {
  const document = openApiDocument() as {
    paths: Record<
      string,
      Record<string, { parameters: { name: string; required: boolean }[]; responses: Record<string, unknown> }>
    >;
  };

  it('describes every endpoint of the tables and none beside', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const braces = (key: string): string => key.replace(/:(\w+)/g, '{$1}');
    const listed = [
      ...Object.keys(publicTable).map(braces),
      ...Object.keys(adminTable).map((key) => braces(key).replace(' /', ' /admin/')),
    ];
    expect(described.sort()).to.deep.equal(listed.sort());
  });

  it('says what a question needs and what it may leave out', () => {
    const parameters = document.paths['/availability']?.['get']?.parameters ?? [];
    const required = Object.fromEntries(parameters.map(({ name, required }) => [name, required]));
    expect(required).to.deep.equal({
      service: true,
      provider: false,
      location: false,
      timezone: false,
      persons: false,
      extras: false,
      from: true,
      to: true,
    });
  });
});
