@NullMarked
package io.switchboard.security.internal.audit;

import org.jspecify.annotations.NullMarked;
