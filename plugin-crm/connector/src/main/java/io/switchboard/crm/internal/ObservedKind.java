package io.switchboard.crm.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.SchemaName;
import io.switchboard.crm.spi.Topic;

/** What can be observed of a customer. */
@SchemaName("ObservedKind")
enum ObservedKind {
    @Describe(en = "A label.", zh = "标签。")
    TAG,
    @Describe(en = "How the customer likes to be served.", zh = "服务偏好。")
    PREFERENCE,
    @Describe(en = "What the customer is looking for now.", zh = "当前需求。")
    NEED;

    static ObservedKind of(Topic.Kind kind) {
        return switch (kind) {
            case TAG -> TAG;
            case PREFERENCE -> PREFERENCE;
            case NEED -> NEED;
        };
    }

    Topic.Kind kind() {
        return switch (this) {
            case TAG -> Topic.Kind.TAG;
            case PREFERENCE -> Topic.Kind.PREFERENCE;
            case NEED -> Topic.Kind.NEED;
        };
    }
}
