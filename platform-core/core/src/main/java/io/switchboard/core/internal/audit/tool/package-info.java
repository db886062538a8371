/** What {@code switchboard audit} does: verifies the audit and exports it, without a hub. */
@NullMarked
package io.switchboard.core.internal.audit.tool;

import org.jspecify.annotations.NullMarked;
