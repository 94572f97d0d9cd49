<p>note</p>
