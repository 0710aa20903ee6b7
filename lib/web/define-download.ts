import 'server-only';
import { log } from '@/lib/common/log';
import type { Definition } from './define-action';
import { parseInput } from './parse';
import { failureOf, statusOf } from './result';

/** A CSV file, made while it is sent, or a ZIP archive. */
export type Download =
  | { readonly fileName: string; readonly text: AsyncIterable<string> }
  | { readonly fileName: string; readonly zip: Uint8Array<ArrayBuffer> };

/**
 * A route that answers GET with a file: parse → authorise → act. The input is the parameters of the path. What
 * goes wrong before the first part is told as JSON; later the connection breaks off, so that no half is taken for whole.
 */
export function defineDownload<Input, Proof>(definition: Definition<Input, Proof, Download>) {
  return async (
    _request: Request,
    context: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> => {
    try {
      const input = parseInput(definition.input, await context.params);
      const proof = await definition.authorise(input);
      const file = await definition.act(proof, input);
      return new Response('zip' in file ? file.zip : streamOf(file.text), {
        headers: {
          'content-type': 'zip' in file ? 'application/zip' : 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${file.fileName.replaceAll(/[^\w.-]/g, '-')}"`,
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      });
    } catch (error) {
      const failure = failureOf(error);
      return Response.json(
        { error: failure },
        { status: statusOf[failure.code], headers: { 'cache-control': 'private, no-store' } },
      );
    }
  };
}

/** The next part is made when the last one was taken: a slow reader holds up the maker. */
function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const parts = text[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        log().error({ err: error }, 'a download broke off');
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
