/** Binds arguments to records and writes results, by codecs prepared once per operation. */
@NullMarked
package io.switchboard.core.internal.bind;

import org.jspecify.annotations.NullMarked;
