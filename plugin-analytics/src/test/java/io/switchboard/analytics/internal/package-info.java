/** Tests of the counting. */
@NullMarked
package io.switchboard.analytics.internal;

import org.jspecify.annotations.NullMarked;
