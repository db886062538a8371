@NullMarked
package io.switchboard.core.internal.contract;

import org.jspecify.annotations.NullMarked;
