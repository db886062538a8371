package io.switchboard.deployments.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.SchemaName;

/** What came of it. */
@SchemaName("QuarantineReleased")
record Released(
        @Describe(
                en = "Whether it was in quarantine; if not, or if there is no such connector, nothing was done.",
                zh = "是否原处于隔离状态；否则（或无此连接器）未作任何更改。")
        @Example("true")
        boolean released) {}
