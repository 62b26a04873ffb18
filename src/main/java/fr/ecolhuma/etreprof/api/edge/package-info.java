/**
 * The stations of a request, in this order. Each may answer; then the later ones do not see the request.
 *
 * <ol>
 *   <li><b>pace</b>: {@code PacedProtocol} cuts off a caller who sends too slowly.
 * <li><b>watch</b>: {@code RequestWatch} starts the clock and takes up the caller's trace; at the end it counts and
 *   logs.
 *   <li><b>proxies</b>: {@code RemoteIpValve} takes the caller's address from the headers of trusted proxies.
 *   <li><b>headers</b>: {@code HeadersValve} gives every answer its fixed headers.
 *   <li><b>fast: common bodies</b>: {@code CommonBodiesValve} gives answers that are the same for everyone.
 *   <li><b>fast: personal bodies</b>: {@code PersonalBodiesValve} answers profiles, after the same rules as below.
 *   <li><b>form</b>: {@code FormFilter} gives the answers of everything below their form: a sheet, a tag or a 304, packed
 *       bytes.
 * <li><b>access</b>: {@code HeaderWriterFilter} forbids caching, {@code CorsFilter} refuses pages of other origins,
 * {@code CallerFilter} finds the caller and takes from the allowance, {@code AuthorizationFilter} asks the rules by
 *       path.
 *   <li><b>controller</b>: {@code DispatcherServlet} finds the controller and refuses parameters that
 *       it does not take; the controller parses and answers.
 *   <li><b>problem</b>: {@code ProblemReportValve} and {@code ProblemFilter} stand around access and controller; {@code
 *       api.problem} alone turns their exceptions, and Tomcat's refusals, into a status and a problem.
 * </ol>
 *
 * <p>A test compares this list with the order in the running service.
 */
@NullMarked
package fr.ecolhuma.etreprof.api.edge;

import org.jspecify.annotations.NullMarked;
