package io.switchboard.launcher.command;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls the hub as whoever is logged in to it, and knows what that one may call. For one command, on its thread. */
final class Caller {
    private final Session session;
    private final KnownOperations known;
    private final Optional<Token> bound;

    Caller(Session session, KnownOperations known) {
        this(session, known, Optional.empty());
    }

    private Caller(Session session, KnownOperations known, Optional<Token> bound) {
        this.session = session;
        this.known = known;
        this.bound = bound;
    }

    /** The same for one customer, whose own token is shown. */
    Caller actingFor(String customerToken) throws IOException, InterruptedException, CommandFault {
        return new Caller(session, known, Optional.of(session.exchange(customerToken)));
    }

    /** All that may be called; kept for the completion of words. */
    OpenApi operations() throws IOException, InterruptedException, CommandFault {
        HubClient.Reply reply = send(session.hub().request("/api/openapi.json").GET());
        if (reply.status() != 200) {
            throw new ProblemText(reply).fault();
        }
        OpenApi document = new OpenApi(new Node(Json.object(reply.body())));
        known.keep(document.operations());
        return document;
    }

    /** The one that is meant; the newest major where none is named. */
    OperationEntry operation(String name) throws IOException, InterruptedException, CommandFault {
        List<OperationEntry> found = meant(name);
        if (found.isEmpty()) {
            // Roles may have changed since the kept token was made.
            session.fetch();
            found = meant(name);
        }
        Map<String, List<OperationEntry>> connectors = found.stream()
                .collect(Collectors.groupingBy(
                        each -> each.tag().substring(0, each.tag().indexOf('.'))));
        if (connectors.size() == 1) {
            return found.stream()
                    .max(Comparator.comparingInt(OperationEntry::major))
                    .orElseThrow();
        }
        if (connectors.isEmpty()) {
            throw CommandFault.failed(
                    "There is no " + name + " that " + session.login()
                            + " may call. See: switchboard list, and switchboard deployments for what runs; a new scope has to be in one of its roles"
                            + " (etc/io.switchboard.security.roles.cfg).",
                    session.login() + " 可调用的操作中没有 " + name
                            + "。参见：switchboard list，以及显示运行情况的 switchboard deployments；新的权限须加入其角色（etc/io.switchboard.security.roles.cfg）。");
        }
        String names =
                String.join(", ", found.stream().map(OperationEntry::name).toList());
        throw CommandFault.failed(name + " may be: " + names, name + " 可能指：" + names);
    }

    /** With a token; once more with a new one where the hub has ended that. */
    HubClient.Reply send(HttpRequest.Builder request) throws IOException, InterruptedException, CommandFault {
        if (bound.isPresent()) {
            return session.hub().send(bearer(request, bound.get()));
        }
        HubClient.Reply reply = session.hub().send(bearer(request, session.token()));
        if (reply.status() != 401) {
            return reply;
        }
        return session.hub().send(bearer(request, session.fetch()));
    }

    HubClient hub() {
        return session.hub();
    }

    private List<OperationEntry> meant(String name) throws IOException, InterruptedException, CommandFault {
        return operations().operations().stream()
                .filter(each -> each.meant(name))
                .toList();
    }

    private static HttpRequest.Builder bearer(HttpRequest.Builder request, Token token) {
        return request.setHeader("Authorization", "Bearer " + token.text());
    }
}
