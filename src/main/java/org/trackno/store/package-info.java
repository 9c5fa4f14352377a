/** What is kept in PostgreSQL, through Hibernate Reactive. Entities never leave this package. */
@NullMarked
package org.trackno.store;

import org.jspecify.annotations.NullMarked;
