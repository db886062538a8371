package io.switchboard.security.internal.admin;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.DESTRUCTIVE;
import static io.switchboard.connector.Effect.READ;
import static io.switchboard.connector.Effect.WRITE;
import static io.switchboard.connector.ErrorCode.BUSY;
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
import io.switchboard.security.internal.admin.ClientKeyViews.AddKey;
import io.switchboard.security.internal.admin.ClientKeyViews.KeyRow;
import io.switchboard.security.internal.admin.ClientKeyViews.KeyRows;
import io.switchboard.security.internal.admin.ClientKeyViews.NamedKey;
import io.switchboard.security.internal.admin.ClientViews.ClientRow;
import io.switchboard.security.internal.admin.ClientViews.CreateClient;
import io.switchboard.security.internal.admin.ClientViews.ListClients;
import io.switchboard.security.internal.admin.ClientViews.NamedClient;
import io.switchboard.security.internal.admin.ClientViews.NewSecret;
import io.switchboard.security.internal.admin.TokenViews.NamedToken;
import io.switchboard.security.internal.admin.TokenViews.NewKey;
import io.switchboard.security.internal.client.Client;
import io.switchboard.security.internal.client.ClientKey;
import io.switchboard.security.internal.client.ClientKeys;
import io.switchboard.security.internal.client.Clients;
import io.switchboard.security.internal.client.Enrolment;
import io.switchboard.security.internal.client.KeyAlgorithm;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.revocation.Revocations;
import io.switchboard.security.internal.role.RoleBook;
import java.security.PublicKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Administers client applications, their tokens and the key that signs these. A secret never travels in an answer, for answers are recorded, replayed and seen by agents; it is handed
 * over by a file on the hub's own machine.
 */
@ConnectorType(id = "security", version = 1, title = "Security", zh = "安全")
@Describe(
        en =
                "Client applications of the hub: list them, make them, change their secrets, end their tokens, remove them; the hub's own key.",
        zh = "管理集线器的客户端应用：查询、创建、更换密钥、终止令牌与删除；以及集线器自身的签名密钥。")
@Component(service = Connector.class)
public final class SecurityConnector implements Connector {
    private static final String SCOPE = "security.admin";

    private final Clients clients;
    private final Enrolment enrolment;
    private final RoleBook roles;
    private final ClientKeys clientKeys;
    private final Revocations revocations;
    private final KeyRing keys;

    /** Over the clients and the roles they may have, their tokens, and the keys that sign these. */
    @Activate
    public SecurityConnector(
            @Reference Clients clients,
            @Reference Enrolment enrolment,
            @Reference RoleBook roles,
            @Reference ClientKeys clientKeys,
            @Reference Revocations revocations,
            @Reference KeyRing keys) {
        this.clients = clients;
        this.enrolment = enrolment;
        this.roles = roles;
        this.clientKeys = clientKeys;
        this.revocations = revocations;
        this.keys = keys;
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
            id = "client.secret.remove",
            http = "DELETE /clients/{clientId}/secret",
            effect = DESTRUCTIVE,
            audience = STAFF,
            scope = SCOPE)
    @Describe(
            en =
                    "Takes the secret from a client that has a key; its tokens end at once, and only the key opens new ones.",
            zh = "移除已有公钥的客户端的密钥，其令牌立即失效，此后只能用公钥认证。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    @Fails(
            code = CONFLICT,
            reason = "no-key",
            en = "The client has no key, and could not authenticate at all; add one first.",
            zh = "该客户端没有公钥，移除密钥后将无法认证；请先添加公钥。")
    void removeSecret(NamedClient input, CallContext call) {
        if (clients.read(input.clientId()).isEmpty()) {
            throw ConnectorException.of(NOT_FOUND).at("clientId");
        }
        if (clientKeys.of(input.clientId()).isEmpty()) {
            throw ConnectorException.of(CONFLICT, "no-key");
        }
        if (!enrolment.removeSecret(input.clientId(), call.correlationId())) {
            throw ConnectorException.of(NOT_FOUND).at("clientId");
        }
    }

    @Probe("client.secret.remove")
    ProbeResult<Void> secretRemoved(NamedClient input, CallContext call) {
        return clients.read(input.clientId())
                        .filter(client -> client.changedBy().equals(call.correlationId()))
                        .isPresent()
                ? ProbeResult.done(null)
                : ProbeResult.notDone();
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

    @Operation(
            id = "client.key.list",
            http = "GET /clients/{clientId}/keys",
            effect = READ,
            audience = STAFF,
            scope = SCOPE)
    @Describe(en = "The public keys by which a client may say who it is.", zh = "客户端用于证明身份的公钥。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    KeyRows listKeys(NamedClient input) {
        if (clients.read(input.clientId()).isEmpty()) {
            throw ConnectorException.of(NOT_FOUND).at("clientId");
        }
        return new KeyRows(
                clientKeys.of(input.clientId()).stream().map(KeyRow::of).toList());
    }

    @Operation(
            id = "client.key.add",
            http = "POST /clients/{clientId}/keys",
            effect = WRITE,
            audience = STAFF,
            scope = SCOPE)
    @Describe(
            en =
                    "Adds a public key to a client, which from then on may authenticate by what it signs with the private one (private_key_jwt). At most five.",
            zh = "为客户端添加公钥，此后客户端可用对应私钥签名进行认证（private_key_jwt）。最多五个。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    @Fails(
            code = INVALID_ARGUMENTS,
            reason = "unusable-key",
            en = "The key is none that fits the algorithm: RSA of 2048 to 4096 bits, or EC on P-256.",
            zh = "密钥与算法不符：须为 2048 至 4096 位 RSA 或 P-256 曲线 EC 公钥。")
    @Fails(code = CONFLICT, reason = "key-exists", en = "The client has a key of this id.", zh = "该客户端已有同标识的密钥。")
    @Fails(code = CONFLICT, reason = "too-many-keys", en = "The client has five keys.", zh = "该客户端已有五个密钥。")
    KeyRow addKey(AddKey input, CallContext call) {
        KeyAlgorithm algorithm = KeyAlgorithm.valueOf(input.key().alg());
        PublicKey key = input.key()
                .toKey()
                .toKey(algorithm)
                .orElseThrow(() ->
                        ConnectorException.of(INVALID_ARGUMENTS, "unusable-key").at("key"));
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        ClientKey added = new ClientKey(input.key().id(), algorithm, key, now, call.correlationId());
        return switch (clientKeys.add(input.clientId(), added)) {
            case DONE -> KeyRow.of(added);
            case NO_CLIENT -> throw ConnectorException.of(NOT_FOUND).at("clientId");
            case EXISTS -> throw ConnectorException.of(CONFLICT, "key-exists").at("key.kid");
            case TOO_MANY -> throw ConnectorException.of(CONFLICT, "too-many-keys");
        };
    }

    @Probe("client.key.add")
    ProbeResult<KeyRow> keyAdded(AddKey input, CallContext call) {
        return ProbeResult.of(clientKeys
                .find(input.clientId(), input.key().id())
                .filter(key -> key.createdBy().equals(call.correlationId()))
                .map(KeyRow::of));
    }

    @Operation(
            id = "client.key.remove",
            http = "DELETE /clients/{clientId}/keys/{keyId}",
            effect = DESTRUCTIVE,
            audience = STAFF,
            scope = SCOPE)
    @Describe(
            en = "Removes a public key from a client, and ends all tokens that the hub has issued to it, at once.",
            zh = "删除客户端的公钥，并立即终止集线器向其签发的全部令牌。")
    @Fails(code = NOT_FOUND, en = "There is no such key.", zh = "密钥不存在。")
    void removeKey(NamedKey input) {
        if (!clientKeys.remove(input.clientId(), input.keyId())) {
            throw ConnectorException.of(NOT_FOUND).at("keyId");
        }
    }

    @Probe("client.key.remove")
    ProbeResult<Void> keyRemoved(NamedKey input) {
        return clientKeys.find(input.clientId(), input.keyId()).isEmpty()
                ? ProbeResult.done(null)
                : ProbeResult.notDone();
    }

    @Operation(
            id = "client.tokens.revoke",
            http = "POST /clients/{clientId}/tokens/revocation",
            effect = WRITE,
            audience = STAFF,
            scope = SCOPE,
            idempotent = true)
    @Describe(
            en =
                    "Ends all tokens that the hub has issued to a client, at once. Its secret stays, so it can fetch new ones.",
            zh = "立即终止集线器向客户端签发的全部令牌；密钥不变，客户端可重新获取令牌。")
    @Fails(code = NOT_FOUND, en = "There is no such client.", zh = "客户端不存在。")
    void revokeAll(NamedClient input) {
        if (!clients.endTokens(input.clientId())) {
            throw ConnectorException.of(NOT_FOUND).at("clientId");
        }
    }

    @Operation(
            id = "token.revoke",
            http = "POST /tokens/{tokenId}/revocation",
            effect = WRITE,
            audience = STAFF,
            scope = SCOPE,
            idempotent = true)
    @Describe(
            en =
                    "Ends one token that the hub has issued, and those that were made of it: here at once, on other nodes within a second. An id that no token has changes nothing.",
            zh = "终止集线器签发的一个令牌及由其换取的令牌：本节点立即生效，其他节点一秒内生效。无对应令牌的标识不产生影响。")
    void revoke(NamedToken input, CallContext call) {
        Instant latest = Instant.now().plus(KeyRing.LONGEST_TOKEN);
        if (!revocations.add(input.tokenId(), call.principal().id(), latest)) {
            throw ConnectorException.of(BUSY);
        }
    }

    @Operation(id = "key.rotate", http = "POST /keys", effect = WRITE, audience = STAFF, scope = SCOPE)
    @Describe(
            en =
                    "Makes a new key for signing tokens. It is published at once and signs an hour later; the old key verifies until its last tokens have ended, and is then deleted.",
            zh = "生成新的令牌签名密钥：立即公布，一小时后开始签名；旧密钥在其最后的令牌到期前仍用于校验，之后删除。")
    @Fails(
            code = CONFLICT,
            reason = "key-waiting",
            en = "A new key is published already and does not sign yet.",
            zh = "已有新密钥公布，尚未开始签名。")
    NewKey rotateKey() {
        return keys.rotate().map(NewKey::of).orElseThrow(() -> ConnectorException.of(CONFLICT, "key-waiting"));
    }

    @Probe("key.rotate")
    ProbeResult<NewKey> keyRotated() {
        return ProbeResult.of(keys.next().map(NewKey::of));
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
