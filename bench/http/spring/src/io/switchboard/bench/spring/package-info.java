/** A resource server as Spring Boot makes it of its defaults. */
@NullMarked
package io.switchboard.bench.spring;

import org.jspecify.annotations.NullMarked;
