/** Tests of the audit log. */
@NullMarked
package io.switchboard.core.internal.audit;

import org.jspecify.annotations.NullMarked;
