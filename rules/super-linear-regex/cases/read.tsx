// What a request is asked for is what was sent, also where another function tries it.
//- package.json
{ "dependencies": { "next": "15.0.0" } }
//- app/api/names/route.ts
export async function POST(request: Request): Promise<Response> {
  const text = await request.text();
  return Response.json(isName(text));
}

function isName(text: string): boolean {
  return /^(\w+\s?)*$/.test(text); //! super-linear-regex warning O(2ⁿ)
}
