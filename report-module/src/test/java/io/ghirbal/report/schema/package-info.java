/** The database as a product: its views, what tells of them, and what is made to query them. */
@org.jspecify.annotations.NullMarked
package io.ghirbal.report.schema;
