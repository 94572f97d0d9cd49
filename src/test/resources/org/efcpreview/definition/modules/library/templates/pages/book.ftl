<p>book</p>
