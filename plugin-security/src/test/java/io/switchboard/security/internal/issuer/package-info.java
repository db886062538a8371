@NullMarked
package io.switchboard.security.internal.issuer;

import org.jspecify.annotations.NullMarked;
