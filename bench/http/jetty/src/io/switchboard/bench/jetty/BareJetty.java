package io.switchboard.bench.jetty;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.bench.customer.Customer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/** Jetty with one servlet. Arguments: the port, the address of the key set, the file of the answer. */
public final class BareJetty {
    private BareJetty() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        Server server =
                new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(servlet(URI.create(arguments[1]), Path.of(arguments[2]))), "/api/*");
        server.setHandler(context);
        server.start();
        server.join();
    }

    private static CustomerServlet servlet(URI keys, Path answer) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Customer customer = json.readValue(answer.toFile(), Customer.class);
        return new CustomerServlet(new CheckedTokens(keys), json, customer);
    }
}
