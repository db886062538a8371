package io.switchboard.security.internal.admin;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.CONFLICT;
import static io.switchboard.connector.ErrorCode.INVALID_ARGUMENTS;
import static io.switchboard.connector.ErrorCode.NOT_FOUND;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Fails;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Probe;
import io.switchboard.connector.ProbeResult;
import io.switchboard.security.internal.admin.ClientViews.ClientRow;
import io.switchboard.security.internal.admin.ClientViews.CreateClient;
import io.switchboard.security.internal.admin.ClientViews.ListClients;
import io.switchboard.security.internal.admin.ClientViews.NamedClient;
import io.switchboard.security.internal.admin.ClientViews.NewSecret;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.Enrolment;
import io.switchboard.security.internal.role.RoleBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Administers client applications. A secret never travels in an answer, for answers are recorded, replayed and seen by agents; it is handed
 * over by a file on the hub's own machine.
 */
@ConnectorType(id = "security", version = 1, title = "Security", zh = "安全")
@Describe(
        en = "Client applications of the hub: list them, make them, change their secrets, remove them.",
        zh = "管理集线器的客户端应用：查询、创建、更换密钥与删除。")
@Component(service = Connector.class)
public final class SecurityConnector implements Connector {
    private static final String SCOPE = "security.admin";

    private final Clients clients;
    private final Enrolment enrolment;
    private final RoleBook roles;

    /** Over the clients and the roles they may have. */
    @Activate
    public SecurityConnector(@Reference Clients clients, @Reference Enrolment enrolment, @Reference RoleBook roles) {
        this.clients = clients;
        this.enrolment = enrolment;
        this.roles = roles;
    }

    @Operation(id = "client.list", http = "GET /clients", effect = READ, audience = STAFF, scope = SCOPE)
    @Describe(en = "The client applications, by name; never their secrets.", zh = "按名称列出客户端应用，不含密钥。")
    Page<ClientRow> list(ListClients input) {
        PageRequest page = input.page();
        List<Client> found = clients.list(page.cursor().orElse(""), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<ClientRow> rows =
                found.stream().limit(page.limit()).map(ClientRow::of).toList();
        return Page.of(rows, more ? Optional.of(rows.get(rows.size() - 1).clientId()) : Optional.empty());
    }

    @Operation(id = "client.create", http = "POST /clients", effect = WRITE, audience = STAFF, scope = SCOPE)
    @Describe(
            en = "Makes a client application with a new secret, which it leaves in a file on the hub's machine.",
            zh = "创建客户端应用并生成密钥，密钥保存在集线器所在机器的文件中。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = "unknown-role",
            en = "A role is not in the hub's configuration.",
            zh = "角色不在集线器的配置中。")
    @Fails(code = CONFLICT, reason = "client-exists", en = "There is a client of this name.", zh = "同名客户端已存在。")
    NewSecret create(CreateClient input, CallContext call) {
        if (!roles.current().names().containsAll(input.roles())) {
            throw ConnectorException.of(INVALID_ARGUMENTS, "unknown-role").at("roles");
        }
        String file = Enrolment.fileName(input.clientId(), call.correlationId());
        Set<String> names = new TreeSet<>(input.roles());
        return enrolment
                .create(input.clientId(), input.kind().principalKind(), names, call.correlationId(), file)
                .map(path -> secret(input.clientId(), file))
                .orElseThrow(
                        () -> ConnectorException.of(CONFLICT, "client-exists").at("clientId"));
    }

    @Probe("client.create")
    ProbeResult<NewSecret> created(CreateClient input, CallContext call) {
        return madeBy(input.clientId(), call);
    }

    @Operation(
            id = "client.rotate",
            http = "POST /clients/{clientId}/secret",
            effect = WRITE,
            audience = STAFF,
            scope = SCOPE)
    @Describe(
            en =
                    "Gives a client a new secret, which it leaves in a file on the hub's machine. The old secret and all tokens of the client end at once.",
            zh = "为客户端更换密钥，新密钥保存在集线器所在机器的文件中；旧密钥及该客户端的全部令牌立即失效。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    NewSecret rotate(NamedClient input, CallContext call) {
        String file = Enrolment.fileName(input.clientId(), call.correlationId());
        return enrolment
                .rotate(input.clientId(), call.correlationId(), file)
                .map(path -> secret(input.clientId(), file))
                .orElseThrow(() -> ConnectorException.of(NOT_FOUND).at("clientId"));
    }

    @Probe("client.rotate")
    ProbeResult<NewSecret> rotated(NamedClient input, CallContext call) {
        return madeBy(input.clientId(), call);
    }

    @Operation(
            id = "client.remove",
            http = "DELETE /clients/{clientId}",
            effect = DESTRUCTIVE,
            audience = STAFF,
            scope = SCOPE)
    @Describe(
            en = "Removes a client application; its tokens end at once. No client removes itself, so one always stays.",
            zh = "删除客户端应用，其令牌立即失效。客户端不能删除自身，因此至少保留一个。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    @Fails(code = CONFLICT, reason = "own-client", en = "A client cannot remove itself.", zh = "客户端不能删除自身。")
    void remove(NamedClient input, CallContext call) {
        if (input.clientId().equals(call.principal().id())) {
            throw ConnectorException.of(CONFLICT, "own-client").at("clientId");
        }
        if (!enrolment.remove(input.clientId())) {
            throw ConnectorException.of(NOT_FOUND).at("clientId");
        }
    }

    @Probe("client.remove")
    ProbeResult<Void> removed(NamedClient input) {
        return clients.read(input.clientId()).isEmpty() ? ProbeResult.done(null) : ProbeResult.notDone();
    }

    private ProbeResult<NewSecret> madeBy(String clientId, CallContext call) {
        return ProbeResult.of(clients.read(clientId)
                .filter(client -> client.changedBy().equals(call.correlationId()))
                .map(client -> secret(clientId, Enrolment.fileName(clientId, call.correlationId()))));
    }

    private static NewSecret secret(String clientId, String file) {
        return new NewSecret(clientId, "run/" + file);
    }
}
