@NullMarked
package io.switchboard.core.internal.otlp;

import org.jspecify.annotations.NullMarked;
