package io.switchboard.http.internal.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** A request as its sender made it, and not as the proxy that handed it on did. */
final class SentRequest extends Request.Wrapper {
    private final ConnectionMetaData connection;
    private final HttpURI uri;
    private final boolean secure;

    SentRequest(Request request, InetAddress address, boolean secure) {
        super(request);
        this.connection = new From(request.getConnectionMetaData(), new InetSocketAddress(address, 0), secure);
        this.secure = secure;
        this.uri = HttpURI.build(request.getHttpURI())
                .scheme(secure ? "https" : "http")
                .asImmutable();
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
        return connection;
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    private static final class From extends ConnectionMetaData.Wrapper {
        private final SocketAddress remote;
        private final boolean secure;

        From(ConnectionMetaData connection, SocketAddress remote, boolean secure) {
            super(connection);
            this.remote = remote;
            this.secure = secure;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return remote;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }
    }
}
