/**
 * Requests that nobody should send: {@link io.sluice.web.fuzz.FuzzedRequests} makes them up from a
 * seed, {@link io.sluice.web.fuzz.Fuzzing} sends them to a server and complains of its answers.
 * Tests of the adapter and of the distribution share it.
 */
package io.sluice.web.fuzz;
