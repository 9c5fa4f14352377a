/** The manifest {@code carrier.yaml}: how to ask a carrier and how to tell its answers apart. */
@NullMarked
package org.trackno.carrier.manifest;

import org.jspecify.annotations.NullMarked;
