/** The only caller of carriers: configuration, HTTP, authentication, guards. */
@NullMarked
package org.trackno.gateway;

import org.jspecify.annotations.NullMarked;
