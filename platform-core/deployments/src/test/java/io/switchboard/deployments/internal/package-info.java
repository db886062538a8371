@NullMarked
package io.switchboard.deployments.internal;

import org.jspecify.annotations.NullMarked;
