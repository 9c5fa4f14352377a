/** The HTTP interface, version 1. Expected trouble is answered with a problem document (RFC 9457). */
@NullMarked
package org.trackno.api;

import org.jspecify.annotations.NullMarked;
