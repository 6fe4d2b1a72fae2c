/**
 * A server that misbehaves on purpose, over real sockets: every response is data, a list of small steps.
 *
 * <p>Start reading at {@link pokemon.faults.FaultServer}; {@link pokemon.faults.Misbehaviours} is the catalogue of what
 * can go wrong, {@link pokemon.faults.TestCertificate} gives the server a certificate, good or bad. Test code only.
 */
package pokemon.faults;
