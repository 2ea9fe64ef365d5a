/** Answers of a server held against what {@code openapi.yaml} says of them. */
package io.sluice.web.described;
