package io.switchboard.deployments.internal;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.SchemaName;

/** Which connector is to be used again. */
@SchemaName("QuarantineRelease")
record Release(
        @Length(max = 40)
        @Describe(
                en = "The connector and its major version, as /api/deployments and /health/ready name it.",
                zh = "连接器及其主版本，与 /api/deployments 和 /health/ready 中的写法一致。")
        @Example("loyalty.v1")
        String connector) {}
