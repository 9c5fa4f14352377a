/**
 * Simulated carriers for demos and tests: WireMock answers over HTTP as each carrier documents it, with parcels whose
 * journeys are told once for all carriers. What is particular to a carrier is data in its folder, below {@code sandbox/}.
 */
@NullMarked
package org.trackno.sandbox;

import org.jspecify.annotations.NullMarked;
