package io.switchboard.http.internal.edge;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a connection in order on which a body was sent that nobody read: a little rest is taken in, of a larger one the answer says that
 * the connection closes. Else the server would close it after an answer that promised to keep it, and the caller's next request would be
 * lost. For one request.
 */
final class UnreadBody extends HttpStream.Wrapper {
    private static final int MOST_TAKEN = 64 * 1024;

    private final boolean asksFirst;
    private boolean ended;

    private UnreadBody(HttpStream stream, boolean asksFirst) {
        super(stream);
        this.asksFirst = asksFirst;
    }

    /** Watches over a request that has a body. */
    static void watch(Request request) {
        HttpFields headers = request.getHeaders();
        if (request.getLength() != 0
                && (headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING))) {
            boolean asksFirst = headers.contains(HttpHeader.EXPECT);
            request.addHttpStreamWrapper(stream -> new UnreadBody(stream, asksFirst));
        }
    }

    @Override
    public Content.@Nullable Chunk read() {
        Content.Chunk chunk = super.read();
        ended |= chunk != null && chunk.isLast();
        return chunk;
    }

    @Override
    public void send(
            MetaData.Request request,
            MetaData.@Nullable Response response,
            boolean last,
            @Nullable ByteBuffer content,
            Callback callback) {
        // An answer that comes in parts may still go along with the reading.
        boolean whole = response != null && last && response.getStatus() >= 200;
        super.send(request, whole && !isTaken() ? closing(response) : response, last, content, callback);
    }

    // Whoever asks first whether to send a body sends none that is refused; to read it would ask for it.
    private boolean isTaken() {
        int taken = 0;
        while (!ended && !asksFirst && taken <= MOST_TAKEN) {
            Content.@Nullable Chunk chunk = read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return false;
            }
            taken += chunk.remaining();
            chunk.release();
        }
        return ended;
    }

    private static MetaData.@Nullable Response closing(MetaData.@Nullable Response response) {
        if (response == null || response.getHttpFields().contains(HttpHeader.CONNECTION)) {
            return response;
        }
        HttpFields fields = HttpFields.build(response.getHttpFields())
                .put(HttpHeader.CONNECTION, "close")
                .asImmutable();
        return new MetaData.Response(
                response.getStatus(),
                response.getReason(),
                response.getHttpVersion(),
                fields,
                response.getContentLength(),
                response.getTrailersSupplier());
    }
}
