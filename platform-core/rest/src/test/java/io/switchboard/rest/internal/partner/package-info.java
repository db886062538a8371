@NullMarked
package io.switchboard.rest.internal.partner;

import org.jspecify.annotations.NullMarked;
