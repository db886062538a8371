package io.switchboard.core.internal.pipeline;

import io.switchboard.core.value.ValueOutput;
import java.math.BigDecimal;

/** Where a result is written that is only looked through. */
enum NoOutput implements ValueOutput {
    INSTANCE;

    @Override
    public void startRecord() {}

    @Override
    public void endRecord() {}

    @Override
    public void name(String name) {}

    @Override
    public void startList() {}

    @Override
    public void endList() {}

    @Override
    public void startMap() {}

    @Override
    public void key(String key) {}

    @Override
    public void endMap() {}

    @Override
    public void text(String value) {}

    @Override
    public void number(long value) {}

    @Override
    public void bool(boolean value) {}

    @Override
    public void decimal(BigDecimal value) {}
}
