@NullMarked
package io.switchboard.core.internal.audit.tool;

import org.jspecify.annotations.NullMarked;
