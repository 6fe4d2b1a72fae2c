/**
 * A server that misbehaves on purpose, over real sockets.
 *
 * <p>Start reading at {@link pokemon.faults.FaultServer}. {@link pokemon.faults.Misbehaviours} is the catalogue of
 * faults; {@link pokemon.faults.TestCertificate} gives the server a certificate, good or bad.
 */
package pokemon.faults;
