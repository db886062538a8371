package io.switchboard.security.internal.admin;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.PageRequest;
import io.switchboard.connector.Principal;
import io.switchboard.connector.SchemaName;
import io.switchboard.security.internal.client.Client;
import java.time.Instant;
import java.util.List;

/** What the operations on clients take and give. */
final class ClientViews {
    static final String ID = "[a-z][a-z0-9-]{0,39}";

    private ClientViews() {}

    /** The kinds of clients, with what they mean. */
    @SchemaName("ClientKind")
    enum Kind {
        @Describe(
                en = "A program decides by itself; for customers' data it needs a token that is bound to the customer.",
                zh = "由程序自主决定；访问客户数据需使用绑定该客户的令牌。")
        AUTONOMOUS,
        @Describe(en = "A person decides, and the program assists.", zh = "由人决定，程序提供协助。")
        ASSIST;

        Principal.Kind principalKind() {
            return this == AUTONOMOUS ? Principal.Kind.AUTONOMOUS : Principal.Kind.ASSIST;
        }

        static Kind of(Principal.Kind kind) {
            return kind == Principal.Kind.AUTONOMOUS ? AUTONOMOUS : ASSIST;
        }
    }

    record ListClients(PageRequest page) {}

    record CreateClient(
            @Matches(ID)
            @Example("web-chatbot")
            @Describe(en = "The name it will authenticate with.", zh = "客户端用于认证的名称。")
            String clientId,

            @Describe(en = "Whether a person decides.", zh = "是否由人决定。")
            Kind kind,

            @Length(min = 1, max = 10)
            @Example("[\"chatbot\"]")
            @Describe(en = "Names of roles in the configuration.", zh = "配置中的角色名称。")
            List<String> roles) {}

    record NamedClient(
            @Matches(ID) @Example("web-chatbot") @Describe(en = "The client.", zh = "客户端名称。")
            String clientId) {}

    @SchemaName("Client")
    record ClientRow(
            @Example("web-chatbot") @Describe(en = "The name it authenticates with.", zh = "客户端用于认证的名称。")
            String clientId,

            @Describe(en = "Whether a person decides.", zh = "是否由人决定。")
            Kind kind,

            @Describe(en = "Its roles.", zh = "所属角色。") List<String> roles,

            @Describe(en = "When it was made.", zh = "创建时间。")
            Instant created,

            @Describe(en = "When its secret was made.", zh = "密钥生成时间。")
            Instant secretSince) {
        static ClientRow of(Client client) {
            return new ClientRow(
                    client.id(),
                    Kind.of(client.kind()),
                    client.roles().stream().sorted().toList(),
                    client.created(),
                    client.changed());
        }
    }

    @SchemaName("ClientSecret")
    record NewSecret(
            @Example("web-chatbot") @Describe(en = "The client.", zh = "客户端名称。")
            String clientId,

            @Example("run/client-web-chatbot-4k2m.json")
            @Describe(
                    en =
                            "The file with its secret, below the hub's home, readable by the hub's account only. Take the secret from it, then delete it.",
                    zh = "存放密钥的文件（相对于集线器主目录，仅其运行账户可读）。取出密钥后请删除该文件。")
            String file) {}
}
